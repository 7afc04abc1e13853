import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { AnyoneMay } from '#libs/platform';
import { IsInt, IsOptional, IsString, Max, Min } from 'class-validator';
import { PersonaDirectory } from '../persona/index.js';
import { TokenIssuer } from './token-issuer.js';

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
  ttl: number = 1800;

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

  @Get('personas')
  @AnyoneMay()
  list(): { notice: string; personas: object[] } {
    const personas = this.personas
      .all()
      .map(({ persona, cityName, claims }) => ({ ...persona, city: claims.city, cityName }));
    return { notice: '模拟数据', personas };
  }

  @Post('tokens')
  @HttpCode(200)
  @AnyoneMay()
  async token(@Body() { persona, ttl, age }: TokenRequest): Promise<TokenAnswer> {
    const token = await this.issuer.issue({ persona, ttl, age });
    return { access_token: token, token_type: 'Bearer', expires_in: ttl - age };
  }
}
