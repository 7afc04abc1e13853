import { Field, ID, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar } from '#libs/platform';

/** A one-time code, told once to its holder. */
@ObjectType({ description: 'A one-time code by which a window may use a certificate once; told once (用证码)' })
export class UseCode {
  @Field(() => ID, { description: 'Its ID (用证码标识)' })
  id!: string;

  @Field(() => String, { description: 'The code as text (用证码)' })
  code!: string;

  @Field(() => String, { description: 'The code as a QR code: an SVG image as data URI (二维码)' })
  qrCode!: string;

  @Field(() => DateTimeScalar, { description: 'Until when it is good (失效时间)' })
  expiresAt!: Date;
}
