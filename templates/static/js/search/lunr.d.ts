// The part of Lunr that the search uses; the published types do not have what an index is made of.

declare module "lunr/lunr.min.js" {
  class Vector {
    elements: number[];
  }

  class TokenSet {
    static fromArray(sorted: string[]): TokenSet;
  }

  class Pipeline {}

  class Query {
    static presence: { REQUIRED: number };
    term(term: string, options: { usePipeline: boolean; presence: number }): Query;
  }

  class Index {
    constructor(parts: {
      fields: string[];
      fieldVectors: Record<string, Vector>; // by "field/ref"
      invertedIndex: Record<string, object>;
      tokenSet: TokenSet;
      pipeline: Pipeline;
    });
    query(build: (query: Query) => void): { ref: string; score: number }[];
  }

  const lunr: {
    Index: typeof Index;
    Pipeline: typeof Pipeline;
    Query: typeof Query;
    TokenSet: typeof TokenSet;
    Vector: typeof Vector;
  };
  export default lunr;
}
