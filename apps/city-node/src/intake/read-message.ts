import { plainToInstance, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsEnum,
  IsIn,
  IsNotEmpty,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  ValidateNested,
  validateSync,
} from 'class-validator';
import type { Message } from '#libs/exchange';
import { KuashiError, ownerOfId, parseId } from '#libs/kernel';
import { ParsedBy } from '#libs/platform';
import { ApplicationState, DeliveryMethod, MaterialInput } from '../application/index.js';
import type { ApplicationChange, Confirmation, Handover } from './handover.js';

class PersonHandedOver {
  @Matches(/^[\w-]{43}$/)
  holder!: string;

  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  name!: string;
}

class ApplicantHandedOver extends PersonHandedOver {
  @IsIn(['natural-person', 'legal-person'])
  kind!: string;

  @IsOptional()
  @IsString()
  @MaxLength(500)
  sealedNumber?: string;
}

class HandoverShape {
  @ParsedBy((text) => parseId(text, 'intake'))
  intake!: string;

  @ParsedBy((text) => parseId(text, 'window'))
  window!: string;

  @IsString()
  @MaxLength(100)
  item!: string;

  @IsString()
  @MaxLength(6)
  division!: string;

  @IsNotEmpty()
  @ValidateNested()
  @Type(() => ApplicantHandedOver)
  applicant!: ApplicantHandedOver;

  @IsOptional()
  @ValidateNested()
  @Type(() => PersonHandedOver)
  agent?: PersonHandedOver;

  @IsEnum(DeliveryMethod)
  delivery!: string;

  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => MaterialInput)
  materials!: MaterialInput[];
}

class ConfirmationShape {
  @ParsedBy((text) => parseId(text, 'intake'))
  intake!: string;

  @ParsedBy((text) => parseId(text, 'application'))
  application!: string;

  @Matches(/^\d{22}$/)
  applicationNo!: string;
}

class ChangeShape {
  @ParsedBy((text) => parseId(text, 'intake'))
  intake!: string;

  @IsEnum(ApplicationState)
  state!: string;

  @IsOptional()
  @IsEnum(ApplicationState)
  outcome?: string | null;
}

type Payload = Pick<Message, 'sender' | 'payload'>;

/** A handover, of papers that the sender's own window took. @throws ENVELOPE_INVALID, FORBIDDEN */
export function readHandover({ sender, payload }: Payload): Handover {
  const handover = read<Handover>(HandoverShape, payload);
  if (ownerOfId(handover.intake) === sender && ownerOfId(handover.window) === sender) return handover;
  throw new KuashiError('FORBIDDEN');
}

/** A confirmation, which names a case of the sender's own. @throws ENVELOPE_INVALID, FORBIDDEN */
export function readConfirmation({ sender, payload }: Payload): Confirmation {
  const confirmation = read<Confirmation>(ConfirmationShape, payload);
  if (ownerOfId(confirmation.application) === sender) return confirmation;
  throw new KuashiError('FORBIDDEN');
}

/** Word of a case. @throws ENVELOPE_INVALID */
export const readChange = ({ payload }: Payload): ApplicationChange => read(ChangeShape, payload);

/** Checks what another node says as strictly as what a caller says. What is not of this form never will be: it is refused for good. */
function read<Content>(shape: new () => object, payload: Message['payload']): Content {
  const [fault] = validateSync(plainToInstance(shape, payload), { stopAtFirstError: true });
  if (fault) throw new KuashiError('ENVELOPE_INVALID', { params: { reason: `payload.${fault.property}` } });
  return payload as Content;
}
