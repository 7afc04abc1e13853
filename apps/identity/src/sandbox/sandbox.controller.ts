import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { AnyoneMay } from '#libs/platform';
import { IsInt, IsOptional, IsString, Max, Min } from 'class-validator';
import { PersonaDirectory } from '../persona/index.js';
import { TokenIssuer } from './token-issuer.js';

/** Seconds a token lives unless another life is asked for. */
const usualLife = 1800;

/** What `POST /sandbox/tokens` takes. */
export class TokenRequest {
  /** Id of a persona, `cs-citizen-1`. */
  @IsString()
  persona!: string;

  /** Seconds the token lives from its issue; half an hour unless set. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(86_400)
  ttl: number = usualLife;

  /** How many seconds ago the token was issued, to get an expired one. */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(86_400)
  age: number = 0;
}

/** A token as RFC 6749 answers it. */
interface TokenAnswer {
  readonly access_token: string;
  readonly token_type: 'Bearer';
  readonly expires_in: number;
}

/** Ready tokens and the list of the synthetic people; absent in production. */
@Controller('sandbox')
export class SandboxController {
  constructor(
    private readonly personas: PersonaDirectory,
    private readonly issuer: TokenIssuer,
  ) {}

  /** Everybody; with `?tokens` each with a token made for this answer. */
  @Get('personas')
  @AnyoneMay()
  async list(@Query('tokens') tokens?: string): Promise<{ notice: string; personas: object[] }> {
    const personas = this.personas.all().map(async ({ persona, cityName, claims }) => ({
      ...persona,
      city: claims.city,
      cityName,
      ...(tokens !== undefined && {
        accessToken: await this.issuer.issue({ persona: persona.id, ttl: usualLife, age: 0 }),
      }),
    }));
    return { notice: '模拟数据', personas: await Promise.all(personas) };
  }

  @Post('tokens')
  @HttpCode(200)
  @AnyoneMay()
  async token(@Body() { persona, ttl, age }: TokenRequest): Promise<TokenAnswer> {
    const token = await this.issuer.issue({ persona, ttl, age });
    return { access_token: token, token_type: 'Bearer', expires_in: ttl - age };
  }
}
