// Stands before our worker's own script where its time is measured: each answer tells the ms since its question came.
{
  const came = new Map();
  const send = globalThis.postMessage.bind(globalThis);
  addEventListener("message", ({ data }) => came.set(data.id, performance.now()));
  globalThis.postMessage = (message) => send({ ...message, time: performance.now() - came.get(message.id) });
}
