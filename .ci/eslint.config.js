// What ESLint asks of every script.

import js from "@eslint/js";
import globals from "globals";

const MARKUP = ["innerHTML", "outerHTML", "insertAdjacentHTML", "setHTMLUnsafe", "createContextualFragment"];

export default [
  js.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: "error" },
    languageOptions: { globals: globals["shared-node-browser"] },
    rules: {
      complexity: ["error", 8],
      eqeqeq: "error",
      "no-eval": "error",
      "no-implied-eval": "error",
      "no-new-func": "error",
      "no-param-reassign": "error",
      "no-shadow": "error",
      "no-var": "error",
      "prefer-const": "error",
      "no-restricted-properties": ["error", ...MARKUP.map((property) => ({ property, message: "Text goes into a page as text." }))],
    },
  },
  { files: ["templates/static/js/**"], languageOptions: { globals: globals.browser } },
  {
    files: ["templates/static/js/search/!(client|live|view).js", "templates/static/js/keep/{comparison,list-files}.js"],
    rules: { "no-restricted-globals": ["error", "document", "window", "location", "fetch"] }, // they say that they are pure
  },
  { files: ["templates/static/js/search-worker.js"], languageOptions: { globals: globals.worker } },
  { files: ["templates/static/js/offline.js"], languageOptions: { globals: globals.serviceworker } },
  { files: ["bench/js/**"], languageOptions: { globals: { ...globals.browser, ...globals.nodeBuiltin } } },
  { files: ["tests/js/**", ".ci/**"], languageOptions: { globals: globals.nodeBuiltin } },
];
