/** Who may call a root field, as the programs' decorators say it. */
export interface Access {
  readonly kind: 'anyone' | 'signed-in' | 'roles' | 'own-tokens';
  readonly roles?: readonly string[];
}

/** The rules by the name of the root field. */
export type AccessTable = Readonly<Record<string, Access>>;

/** Who may call, in words. The node still decides what of the answer a caller sees. */
export function whoMay(access: Access | undefined): string {
  switch (access?.kind) {
    case 'anyone':
      return 'anybody';
    case 'signed-in':
      return 'who is signed in';
    case 'roles':
      return (access.roles ?? []).join(', ');
    case 'own-tokens':
    case undefined:
      return 'nobody';
  }
}
