// Words of a text as search sees them. The rules come with the search index, so a query is read exactly as the papers
// were (site_src/tokens.py says what each rule is). Pure: no document, no window, no fetch.

/**
 * @typedef {object} Rules
 * @property {string} marks
 * @property {[pattern: string, replacement: string][]} folds
 * @property {string} word
 * @property {Record<string, string>} letters
 * @property {string} stemmed
 * @property {[pattern: string, endings: Record<string, string>][]} steps
 * @property {string[]} stop
 * @property {string[]} question
 */

export class Tokens {
  #marks;
  #folds;
  #word;
  #letter;
  #letters;
  #stemmed;
  #steps;

  /** @param {Rules} rules */
  constructor(rules) {
    /** @type {(pattern: string) => RegExp} */
    const everywhere = (pattern) => new RegExp(pattern, "gu");
    this.#marks = everywhere(rules.marks);
    this.#folds = rules.folds.map(([pattern, replacement]) => /** @type {const} */ ([everywhere(pattern), replacement]));
    this.#word = everywhere(rules.word);
    this.#letter = everywhere(`[${Object.keys(rules.letters).join("")}]`);
    this.#letters = rules.letters;
    this.#stemmed = new RegExp(rules.stemmed, "u");
    this.#steps = rules.steps.map(([pattern, endings]) => /** @type {const} */ ([new RegExp(pattern, "u"), endings]));
  }

  // The words of a text in order, in small letters and without accents.
  /** @type {(text: string) => string[]} */
  words(text) {
    const bare = text.normalize("NFKD").replace(this.#marks, "").normalize("NFKC");
    const folded = this.#folds.reduce((left, [pattern, replacement]) => left.replace(pattern, replacement), bare);
    return (folded.match(this.#word) ?? []).map((word) => this.#lower(word));
  }

  // What a word shares with its inflections and derivations.
  /** @type {(word: string) => string} */
  stem(word) {
    if (!this.#stemmed.test(word)) return word;
    return this.#steps.reduce((left, [pattern, endings]) => {
      const match = pattern.exec(left);
      return match ? match[1] + endings[match[2]] : left;
    }, word);
  }

  /** @type {(word: string) => string} */
  #lower(word) {
    return word.toLowerCase().replace(this.#letter, (letter) => this.#letters[letter]);
  }
}
