// Asks the worker as one types: at once, and once more when one pauses, for only then a word that no paper has is mended. Where
// answers take long to show, those to keys in quick succession are not shown, as that would hold up the keys.

import { ask, explainFailure } from "./client.js";

/** @import { Answer, FoundTitles, Question } from "./search.js" */

const PAUSE = 300; // ms without a key; the address, too, changes only then, as browsers refuse some that change with every key
const LONG = 50; // ms to show an answer
const CALM = 120; // ms without a key

export class LiveSearch {
  /** @type {Answer | null} */
  answer = null; // what is shown
  #asked = 0;
  #at = -Infinity; // when it was asked last
  #isTyping = false; // key upon key
  #isSlow = false;
  /** @type {Promise<void> | undefined} */
  #showing;
  /** @type {number | undefined} */
  #timer;
  #list;
  #show;
  #fail;
  #rest;

  // `list` tells with aria-busy that its hits are not yet those of the newest question. `show(answer, text)` is called with each new
  // answer unless a newer question has overtaken it, `fail(message)` where there is none, `rest()` once nothing was typed for a while.
  /**
   * @param {{
   *   list: HTMLElement,
   *   show: (answer: Answer, text: string) => Promise<void>,
   *   fail: (message: string) => void,
   *   rest: () => void,
   * }} page
   */
  constructor({ list, show, fail, rest }) {
    this.#list = list;
    this.#show = show;
    this.#fail = fail;
    this.#rest = rest;
  }

  // With `pause` nothing is being typed just now.
  /** @type {(question: Question, options?: {pause?: boolean}) => Promise<void>} */
  async ask(question, { pause = false } = {}) {
    const number = this.#begin(pause);
    this.#list.ariaBusy = "true";
    await this.#answer({ ...question, pause }, number);
    if (number === this.#asked) this.#list.ariaBusy = "false";
  }

  /** @type {(question: Question, number: number) => Promise<void>} */
  async #answer(question, number) {
    const found = await ask("find", question).catch((error) => {
      if (number !== this.#asked) return;
      this.answer = null;
      this.#fail(explainFailure(error));
    });
    if (!found || number !== this.#asked) return;
    await this.#calm();
    if (number !== this.#asked) return;
    if (JSON.stringify(found) === JSON.stringify(this.answer)) return this.#showing; // what may just be read or pressed is not replaced by the same
    this.answer = found;
    const start = performance.now();
    await (this.#showing = this.#show(found, question.text));
    const time = performance.now() - start;
    if (time > LONG || number === this.#asked) this.#isSlow = time > LONG;
  }

  async #calm() {
    if (this.#isSlow && this.#isTyping) await new Promise((resolve) => setTimeout(resolve, this.#at + CALM - performance.now()));
  }

  // What titles alone can tell, while the index is on its way; null if that is nothing or too late.
  /** @type {(question: Question) => Promise<FoundTitles | null>} */
  async askTitles(question) {
    const number = this.#asked;
    const found = await ask("titles", question).catch(() => null); // `ask` tells what failed
    return found?.total && number === this.#asked && !this.answer ? found : null;
  }

  // Nothing is asked any more.
  stop() {
    this.#begin(true);
    this.#list.ariaBusy = "false";
    this.answer = null;
  }

  /** @type {(pause: boolean) => number} */
  #begin(pause) {
    clearTimeout(this.#timer);
    if (!pause) this.#timer = setTimeout(this.#rest, PAUSE);
    const now = performance.now();
    this.#isTyping = !pause && now - this.#at < CALM;
    this.#at = now;
    return ++this.#asked;
  }
}
