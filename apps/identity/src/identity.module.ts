import { Module, type DynamicModule, type OnModuleInit } from '@nestjs/common';
import { ProgramLog } from '#libs/platform';
import type { CredentialIssuers } from './credential-issuer/index.js';
import { CredentialOffersController, OpenOffer } from './credential-offer/index.js';
import { SigningKeys } from './keys/index.js';
import { AskedCredentials, LoginController } from './login/index.js';
import { PersonaDirectory } from './persona/index.js';
import { LoginProvider } from './provider/index.js';
import { SandboxController, TokenIssuer } from './sandbox/index.js';
import type { IdentitySettings } from './settings.js';

/** What the program made before Nest starts. */
export interface IdentityParts {
  readonly settings: IdentitySettings;
  readonly keys: SigningKeys;
  readonly personas: PersonaDirectory;
  readonly provider: LoginProvider;
  readonly openOffer: OpenOffer;
  readonly issuers: CredentialIssuers;
}

/** The login form; in sandbox mode also ready tokens. Nobody logs in without a password in production: there is no form there. */
@Module({})
export class IdentityModule implements OnModuleInit {
  constructor(
    private readonly provider: LoginProvider,
    private readonly log: ProgramLog,
  ) {}

  onModuleInit(): void {
    this.provider.onFault((fault) => this.log.fault(fault));
  }

  static over({ settings, keys, personas, provider, openOffer, issuers }: IdentityParts): DynamicModule {
    const sandbox = settings.mode === 'sandbox';
    return {
      module: IdentityModule,
      controllers: [CredentialOffersController, ...(sandbox ? [LoginController, SandboxController] : [])],
      providers: [
        { provide: PersonaDirectory, useValue: personas },
        { provide: LoginProvider, useValue: provider },
        { provide: OpenOffer, useValue: openOffer },
        { provide: AskedCredentials, useFactory: () => new AskedCredentials(issuers) },
        { provide: TokenIssuer, useFactory: () => new TokenIssuer(settings.issuerUrl, keys, personas) },
      ],
    };
  }
}
