import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Lookup } from '#libs/routing';

/** The registry's type by its key; the gateway fetches what else is selected. */
@ObjectType({ description: 'A kind of e-certificate (证照类型)' })
export class CertificateType {
  @Field(() => ID, { description: 'Key, e.g. `household-register` (证照类型键)' })
  key!: string;
}

/** The registry's type by its key, with what each city adds to it. */
@Lookup({ field: 'serviceItemStubs', argument: 'keys', key: 'key' })
@ObjectType({ description: 'A government-service item of the basic catalogue (政务服务事项)' })
export class ServiceItem {
  @Field(() => ID, { description: 'Key, e.g. `pension-transfer-resident` (事项键)' })
  key!: string;
}
