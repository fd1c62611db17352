// What MiniSearch indexes and keeps; the page must say the same as the builder.

export const FIELDS = { idField: "id", fields: ["title", "text", "techniques", "authors", "facts"], storeFields: ["title", "slug"] };
