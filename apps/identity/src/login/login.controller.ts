import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import { KuashiError } from '#libs/kernel';
import { AnyoneMay } from '#libs/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { IsString } from 'class-validator';
import { errors, Provider } from 'oidc-provider';
import { PersonaDirectory } from '../persona/index.js';
import { loginPage } from './login-page.js';

/** The form's one field. */
export class LoginForm {
  @IsString()
  persona!: string;
}

/** The login form: choose a persona, no password. */
@Controller('login')
export class LoginController {
  constructor(
    private readonly provider: Provider,
    private readonly personas: PersonaDirectory,
  ) {}

  @Get(':uid')
  @AnyoneMay()
  async form(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.#pendingLogin(request, reply);
    sendPage(reply, loginPage(this.personas.all()));
  }

  @Post(':uid')
  @AnyoneMay()
  async login(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Body() { persona }: LoginForm,
  ): Promise<void> {
    await this.#pendingLogin(request, reply);
    const login = { accountId: this.personas.byId(persona).subject, remember: false };
    const next = await this.provider.interactionResult(request.raw, reply.raw, { login });
    void reply.redirect(next, 303);
  }

  /** The login a client began. @throws KuashiError NOT_FOUND when there is none, or it has expired */
  async #pendingLogin(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    try {
      await this.provider.interactionDetails(request.raw, reply.raw);
    } catch (cause) {
      if (cause instanceof errors.SessionNotFound) throw new KuashiError('NOT_FOUND', { cause });
      throw cause;
    }
  }
}

function sendPage(reply: FastifyReply, html: string): void {
  void reply
    .header('cache-control', 'no-store')
    .header(
      'content-security-policy',
      "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'",
    )
    .type('text/html; charset=utf-8')
    .send(html);
}
