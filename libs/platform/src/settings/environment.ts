/** The environment variables a program is started with. Nothing but `main.ts` reads `process.env`. */
export type Environment = Readonly<Record<string, string | undefined>>;
