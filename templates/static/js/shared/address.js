// Addresses, as contract.js has them.

/**
 * The address with each {} filled in.
 * @param {string} address
 * @param {...(string | number)} parts
 */
export function fill(address, ...parts) {
  return parts.reduce((/** @type {string} */ filled, part) => filled.replace("{}", () => String(part)), address);
}
