// Runs in every page measured, before its own scripts: tells when a query's results stand. A peer's page says so itself
// (show.js); our page is not touched, but the messages of its worker are watched.

(() => {
  let waiting = [];
  let answered; // text of the newest answer, whose results may be on their way
  let latest; // text whose results stand
  let first;
  const probe = (globalThis.probe = { workerTimes: [] });
  probe.first = new Promise((resolve) => (first = resolve)); // {ms since the page was opened, at: Unix time in s}

  probe.stood = (text) => {
    latest = text;
    first({ ms: performance.now(), at: Date.now() / 1000 });
    for (const each of waiting) if (each.text === text) each.resolve();
    waiting = waiting.filter((each) => each.text !== text);
  };

  function standsSoon(text) {
    if (text !== answered) return;
    if (document.getElementById("results").ariaBusy === "true") setTimeout(standsSoon, 0, text);
    else probe.stood(text);
  }

  // Ends when the results of the text stand, which somebody else types.
  probe.until = (text) => (latest === text ? Promise.resolve() : new Promise((resolve) => waiting.push({ text, resolve })));

  // Types the whole text at once; {ms, slugs} of its results once they stand.
  probe.ask = async (text) => {
    const box = document.getElementById("q");
    latest = undefined;
    const stands = probe.until(text);
    box.value = text;
    const start = performance.now();
    box.dispatchEvent(new Event("input", { bubbles: true }));
    await stands;
    const ms = performance.now() - start;
    const links = [...document.querySelectorAll("#results .card-title a")];
    return { ms, slugs: links.map(({ href }) => /papers\/([^/]+)\//.exec(href)[1]) };
  };

  // Several texts, one after the other.
  probe.askAll = async (texts) => {
    const answers = [];
    for (const text of texts) answers.push(await probe.ask(text));
    return answers;
  };

  const Original = globalThis.Worker;
  globalThis.Worker = class extends Original {
    #texts = new Map();

    constructor(...options) {
      super(...options);
      this.addEventListener("message", ({ data: { id, answer, time } }) => {
        if (time !== undefined && this.#texts.has(id)) probe.workerTimes.push(time);
        // The page's own listener comes after this one, and shows the answer within its turn, or says that it is at it.
        if (!answer || !this.#texts.has(id)) return;
        answered = this.#texts.get(id);
        setTimeout(standsSoon, 0, answered);
      });
    }

    postMessage(message, ...options) {
      if (message.ask === "find") this.#texts.set(message.id, message.text);
      super.postMessage(message, ...options);
    }
  };
})();
