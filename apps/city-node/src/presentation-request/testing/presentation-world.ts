import { Global, Module, type Type } from '@nestjs/common';
import { exportJWK, generateKeyPair } from 'jose';
import {
  certificateTypeUri,
  generateHolderKey,
  importHolderKey,
  issueCredential,
  parseCredential,
} from '#libs/credential';
import { type DivisionCode, type Holder } from '#libs/kernel';
import type { DatabaseKind } from '#libs/persistence';
import { ProgramLog } from '#libs/platform';
import { PresentingWallet, type WalletKey } from '#libs/testing';
import { applicationEntities, applicationMigrations } from '../../application/index.js';
import type { CertificateOrder } from '../../certificate/index.js';
import { X509Chains } from '../../issuer/index.js';
import { type CertificateWorld, certificateWorld, holderCalling, lin } from '../../testing/certificate-world.js';
import { xiangtan, zhuzhou } from '../../testing/test-catalogue.js';
import { TestNetwork } from '../../testing/test-network.js';
import { PresentationRequestModule } from '../presentation-request.module.js';
import { Openid4vpController } from '../protocol/openid4vp.controller.js';
import { presentationRequestEntities, presentationRequestMigrations } from '../record/schema.js';
import type { OpenRequestInput } from '../use-case/open-request.js';
import { OpenRequest } from '../use-case/open-request.js';
import { FindRequests } from '../use-case/find-requests.js';
import { PresentRequest } from '../api/present-request.js';
import { testCertificate } from './test-certificate.js';
import { walletDoor } from './wallet-door.js';

/** Zhuzhou owns the certificates, Xiangtan asks wallets for them: the real features, over the network of the spec. */
export class PresentationWorld {
  readonly door: typeof fetch;

  private constructor(
    readonly network: TestNetwork,
    readonly owner: CertificateWorld,
    readonly verifier: CertificateWorld,
  ) {
    this.door = walletDoor(() => verifier.get(Openid4vpController));
  }

  static async create(kind: DatabaseKind): Promise<PresentationWorld> {
    const network = new TestNetwork();
    const owner = await city(kind, network, zhuzhou);
    const verifier = await city(kind, network, xiangtan);
    return new PresentationWorld(network, owner, verifier);
  }

  advance(milliseconds: number): void {
    for (const { clock } of [this.owner, this.verifier]) clock.advance(milliseconds);
  }

  /** Asks for the household register of the caller, unless the input says otherwise. */
  async ask(input: Partial<OpenRequestInput> = {}, caller = holderCalling(lin)) {
    const id = await this.verifier.get(OpenRequest).execute(caller, {
      ...{ item: 'pension', division: xiangtan, materials: ['household'], lifetimeSeconds: 300 },
      ...{ responseMode: 'DIRECT_POST', flow: 'CROSS_DEVICE' },
      ...input,
    });
    return this.read(id, caller);
  }

  /** A request as its requester reads it. */
  async read(id: string, caller = holderCalling(lin), responseCode?: string) {
    const { record, withheld } = await this.verifier.get(FindRequests).visible(id, caller, responseCode);
    return this.verifier.get(PresentRequest).execute(record, withheld);
  }

  /** A wallet with a key of its own. */
  async wallet(algorithm: WalletKey['algorithm'] = 'ES256') {
    const { publicJwk, privateJwk } = await generateHolderKey(algorithm);
    const key = await importHolderKey(privateJwk);
    const wallet = await PresentingWallet.create(key, { fetch: this.door, now: () => this.verifier.node.now() });
    return { wallet, key, publicJwk };
  }

  /** A wallet that holds a copy of a certificate just issued. */
  async walletWith(order: Partial<CertificateOrder> = {}, algorithm: WalletKey['algorithm'] = 'ES256') {
    const { wallet, key, publicJwk } = await this.wallet(algorithm);
    const certificate = await this.owner.issue(order);
    wallet.hold(await this.copyOf(certificate, publicJwk));
    return { wallet, key, certificate };
  }

  /** A copy of a certificate for a wallet, bound to its key, under the status of the certificate. */
  async copyOf(certificate: Awaited<ReturnType<CertificateWorld['issue']>>, holderKey: object, world = this.owner) {
    const { claims, type, identifier, authority, credential } = certificate;
    const { status, nbf } = parseCredential(credential).issuerJwt.payload;
    const { idx: index, uri } = (status as { status_list: { idx: number; uri: string } }).status_list;
    const vct = certificateTypeUri(world.node.registryUrl, type);
    const issuer = await world.keys.keyOf(authority);
    const facts = { issuer, vct, identifier, claims, holderKey, status: { uri, index } };
    const validFrom = new Date(Number(nbf) * 1000);
    return issueCredential({ ...facts, disclosable: Object.keys(claims), validFrom }, world.node);
  }

  async close(): Promise<void> {
    await Promise.all([this.owner.drop(), this.verifier.drop()]);
  }
}

/** A clerk's window in the verifier's city, and one elsewhere. */
export const clerkAt = (city: DivisionCode) => ({
  ...holderCalling('' as Holder),
  ...{ subject: `clerk-${city}`, holder: undefined, holderKind: undefined, roles: ['window-clerk' as const], city },
});

async function city(kind: DatabaseKind, network: TestNetwork, division: DivisionCode): Promise<CertificateWorld> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const chains = new TestChains();
  const world = await certificateWorld(kind, network, division, {
    entities: [...(applicationEntities as never[]), ...(presentationRequestEntities as never[])],
    migrations: [...(applicationMigrations as never[]), ...(presentationRequestMigrations as never[])],
    // The wallet's library reads the machine's clock.
    startsAt: new Date(),
    modules: [
      surroundings(chains),
      PresentationRequestModule.forRoot({
        nodeKey: await exportJWK(privateKey),
        redirectOrigins: ['https://app.example'],
      }),
    ],
  });
  chains.world = world;
  return world;
}

/** The province's certificates for the nodes' access keys. */
class TestChains {
  world?: CertificateWorld;
  private chain?: Promise<readonly string[]>;

  of(): Promise<readonly string[]> {
    const key = this.world?.keys.all().find(({ purpose }) => purpose === 'access');
    this.chain ??= testCertificate(key?.publicKey ?? {}).then((der) => [der]);
    return this.chain;
  }
}

function surroundings(chains: TestChains): Type {
  const providers = [
    { provide: X509Chains, useValue: chains },
    { provide: ProgramLog, useValue: new ProgramLog('spec', 'fatal') },
  ];
  @Global()
  @Module({ providers, exports: [X509Chains, ProgramLog] })
  class Surroundings {}
  return Surroundings;
}
