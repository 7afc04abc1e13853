import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import { AnyoneMay } from '#libs/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { IsOptional, IsString, ValidateIf } from 'class-validator';
import type { Interaction, Provider } from 'oidc-provider';
import { PersonaDirectory } from '../persona/index.js';
import { noLoginPage } from '../page/index.js';
import { LoginProvider } from '../provider/index.js';
import { AskedCredentials } from './asked-credentials.js';
import { loginPage } from './login-page.js';

/** The form: whom to log in as, or that a wallet shall receive nothing. */
export class LoginForm {
  @ValidateIf(({ refuse }: LoginForm) => refuse === undefined)
  @IsString()
  persona!: string;

  @IsOptional()
  @IsString()
  refuse?: string;
}

const refused = { error: 'access_denied', error_description: 'the holder refused' };

/** The login form: choose a persona, no password. */
@Controller('login')
export class LoginController {
  constructor(
    private readonly login: LoginProvider,
    private readonly personas: PersonaDirectory,
    private readonly asked: AskedCredentials,
  ) {}

  @Get(':uid')
  @AnyoneMay()
  async form(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const begun = await begunLogin(await this.login.get(), request, reply);
    if (begun === undefined) return sendPage(reply.code(404), noLoginPage());
    sendPage(reply, loginPage(this.personas.all(), await this.asked.by(begun.params)));
  }

  @Post(':uid')
  @AnyoneMay()
  async choose(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Body() { persona, refuse }: LoginForm,
  ): Promise<void> {
    const provider = await this.login.get();
    const begun = await begunLogin(provider, request, reply);
    if (begun === undefined) return sendPage(reply.code(404), noLoginPage());
    const account = refuse === undefined ? this.personas.find(persona.trim()) : undefined;
    if (account === undefined && refuse === undefined) {
      return sendPage(reply.code(400), loginPage(this.personas.all(), await this.asked.by(begun.params), persona));
    }
    const result = account === undefined ? refused : { login: { accountId: account.subject, remember: false } };
    const next = await provider.interactionResult(request.raw, reply.raw, result);
    void reply.redirect(next, 303);
  }
}

/** The login a client began; undefined when there is none or it has expired. */
async function begunLogin(
  provider: Provider,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Pick<Interaction, 'params'> | undefined> {
  try {
    return await provider.interactionDetails(request.raw, reply.raw);
  } catch (fault) {
    if (fault instanceof Error && fault.name === 'SessionNotFound') return undefined;
    throw fault;
  }
}

function sendPage(reply: FastifyReply, html: string): void {
  void reply
    .header('cache-control', 'no-store')
    .header(
      'content-security-policy',
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'; base-uri 'none'",
    )
    .type('text/html; charset=utf-8')
    .send(html);
}
