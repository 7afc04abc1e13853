import { join } from 'node:path';

/** How graphql-codegen writes the types; an app uses the same settings over its own documents (README). */
export default (folder) => ({
  documents: [join(folder, 'src/operations/*.ts'), join(folder, 'examples/*.ts')],
  generates: {
    [join(folder, 'src/generated/')]: {
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      config: {
        documentMode: 'string',
        enumsAsTypes: true,
        useTypeImports: true,
        importExtension: '.js',
        scalars: { DateTime: 'string', LocalDate: 'string', DivisionCode: 'string', JSON: 'unknown' },
      },
    },
  },
});
