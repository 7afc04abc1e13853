import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Language, languages } from '#libs/kernel';
import { projectFolder } from '#libs/platform';

/** What is verified, and by what. */
export interface VerifyOptions {
  /** File with the credential or presentation; `-` is the standard input. */
  readonly file: string;
  /** File with the province's public key (JWK): the one thing that must come from elsewhere. */
  readonly anchor: string;
  /** Folder with the saved directory, trust list and status lists. */
  readonly saved: string;
  /** Given: the registry from which the documents are fetched and saved anew. */
  readonly registry?: string;
  /** The instant as of which it is verified; now unless given. */
  readonly at?: Date;
  readonly binding?: { readonly audience: string; readonly nonce: string };
  readonly seeds: string;
  readonly json: boolean;
  readonly language: Language;
}

/** How the command is used. */
export const usage = `npm run -s verify-credential -- FILE --anchor KEY [options]
  FILE                 the credential or presentation (SD-JWT VC, compact); - is the standard input
  --anchor KEY         the province's public key, a JWK file (in a sandbox var/sandbox/keys/province.public.json)
  --saved FOLDER       saved directory, trust list and status lists (var/verify-credential)
  --save REGISTRY      fetches these documents from the registry at this address first and saves them
  --at INSTANT         verifies as of this instant, such as 2026-03-02T08:00:00Z, instead of now
  --audience, --nonce  what the key binding must say; without them a bound presentation is refused
  --seeds FOLDER       where the directory of certificate types lies (seeds)
  --language L         ${languages.join(', ')} (en)
  --json               prints the report as JSON
It ends with 0 when the credential is valid, 1 when it is invalid, 2 when that cannot be determined, 64 for a wrong command.`;

/** A command that cannot be carried out as it was written. */
export class UsageError extends Error {}

const strings = ['anchor', 'saved', 'save', 'at', 'audience', 'nonce', 'seeds', 'language'] as const;

/** Reads the command line. @throws UsageError */
export function readOptions(args: readonly string[]): VerifyOptions {
  const { values, positionals } = parsed(args);
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new UsageError('Name exactly one file.');
  if (values.anchor === undefined) throw new UsageError('--anchor is missing: whom do you trust?');
  return {
    ...{ file, anchor: values.anchor, registry: address(values.save) },
    saved: values.saved ?? join(projectFolder(), 'var', 'verify-credential'),
    seeds: values.seeds ?? join(projectFolder(), 'seeds'),
    at: instant(values.at),
    binding: binding(values.audience, values.nonce),
    json: values.json === true,
    language: language(values.language ?? 'en'),
  };
}

function parsed(args: readonly string[]) {
  const text = { type: 'string' } as const;
  const options = Object.fromEntries(strings.map((name) => [name, text])) as Record<
    (typeof strings)[number],
    typeof text
  >;
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options: { ...options, json: { type: 'boolean' } } });
  } catch (fault) {
    throw new UsageError(fault instanceof Error ? fault.message : String(fault));
  }
}

function address(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  if (/^https?:$/.test(URL.parse(text)?.protocol ?? '')) return text.replace(/\/+$/, '');
  throw new UsageError(`--save ${text} is no address such as http://127.0.0.1:4010.`);
}

function instant(text: string | undefined): Date | undefined {
  if (text === undefined) return undefined;
  const at = new Date(text);
  if (Number.isNaN(at.getTime())) throw new UsageError(`--at ${text} is no instant such as 2026-03-02T08:00:00Z.`);
  return at;
}

function binding(audience: string | undefined, nonce: string | undefined): VerifyOptions['binding'] {
  if (audience === undefined && nonce === undefined) return undefined;
  if (audience === undefined || nonce === undefined) throw new UsageError('--audience and --nonce go together.');
  return { audience, nonce };
}

function language(text: string): Language {
  const known = languages.find((each) => each === text);
  if (!known) throw new UsageError(`--language must be one of ${languages.join(', ')}.`);
  return known;
}
