// Addresses, as contract.js has them.

// The address with each {} filled in.
/** @type {(address: string, ...parts: (string | number)[]) => string} */
export function fill(address, ...parts) {
  return parts.reduce((/** @type {string} */ filled, part) => filled.replace("{}", () => String(part)), address);
}
