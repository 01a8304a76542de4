import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsOptional, Matches, Max, Min, ValidateBy } from 'class-validator';

const FLAGS: Readonly<Record<string, boolean>> = { '1': true, true: true, '0': false, false: false };

/** Digits become a number; anything else stays as it is and fails the check. */
const digits = () =>
  Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value,
  );

const decorate =
  (...decorators: readonly PropertyDecorator[]): PropertyDecorator =>
  (target, property) => {
    for (const each of decorators) each(target, property);
  };

const WholeNumber = (min: number, max: number, message: string) =>
  decorate(digits(), IsInt({ message }), Min(min, { message }), Max(max, { message }));

const Port = (name: string) => WholeNumber(0, 65_535, `${name} must be a port number`);

const Flag = (message: string) =>
  decorate(
    Transform(({ value }: { value: unknown }) =>
      typeof value === 'string' ? (FLAGS[value] ?? value) : value,
    ),
    IsBoolean({ message }),
  );

/** An address that `suits`; nothing of it is ever repeated in a message, because it may hold a password. */
const Address = (suits: (url: URL) => boolean, message: string) =>
  ValidateBy({
    name: 'address',
    validator: {
      validate: (value: unknown) => typeof value === 'string' && URL.canParse(value) && suits(new URL(value)),
      defaultMessage: () => message,
    },
  });

/** The environment as the service understands it. Each field has its variable's name. */
export class Environment {
  @IsIn(['development', 'test', 'production'], {
    message: 'NODE_ENV must be development, test or production',
  })
  NODE_ENV = 'production';

  @Address(
    ({ protocol, username }) => /^postgres(ql)?:$/.test(protocol) && username !== '',
    'APP_DATABASE_URL must be a PostgreSQL address with a login, like postgresql://accede_app@localhost:5432/accede',
  )
  APP_DATABASE_URL!: string;

  @Port('API_PORT')
  API_PORT = 3001;

  @Port('PORT')
  PORT = 3000;

  @Matches(/^[\w.:-]+$/, { message: 'HOST must be an address to listen on, like 127.0.0.1' })
  HOST = '127.0.0.1';

  @Port('WORKER_PORT')
  WORKER_PORT = 3002;

  @Matches(/^[^/]+:\/\/[^/]+$/, {
    message: 'PUBLIC_URL must be an address without a path, like https://accede.example',
  })
  @Address(
    ({ protocol, username }) => /^https?:$/.test(protocol) && username === '',
    'PUBLIC_URL must be an address without a path, like https://accede.example',
  )
  PUBLIC_URL = 'http://127.0.0.1:3000';

  @Address(
    ({ protocol, hostname }) => /^smtps?:$/.test(protocol) && hostname !== '',
    'SMTP_URL must be a mail server address, like smtp://localhost:1025',
  )
  SMTP_URL!: string;

  @Matches(/^[^\s@<>]+@[^\s@<>]+$/, { message: 'MAIL_FROM must be an email address' })
  MAIL_FROM = 'accede@accede.example';

  @WholeNumber(1, 100, 'DATABASE_POOL must be a whole number from 1 to 100')
  DATABASE_POOL = 10;

  @IsIn(['fatal', 'error', 'warn', 'info', 'debug', 'silent'], {
    message: 'LOG_LEVEL must be fatal, error, warn, info, debug or silent',
  })
  LOG_LEVEL = 'info';

  @Flag('ACCEDE_DEMO must be 1 or 0')
  ACCEDE_DEMO = false;

  @IsOptional()
  @Address(({ protocol }) => /^https?:$/.test(protocol), 'MAILBOX_URL must be an http address')
  MAILBOX_URL?: string;

  @IsOptional()
  @Matches(/^(sk|rk)_(test|live)_\w{4,}$/, {
    message: 'STRIPE_SECRET_KEY must be a secret key of Stripe, like sk_test_…',
  })
  STRIPE_SECRET_KEY?: string;

  @IsOptional()
  @Matches(/^whsec_[\w+/=]{8,}$/, {
    message: 'STRIPE_WEBHOOK_SECRET must be the signing secret of a webhook endpoint, like whsec_…',
  })
  STRIPE_WEBHOOK_SECRET?: string;

  @IsOptional()
  @Matches(/^https?:\/\/[^/]+\/?$/, { message: 'STRIPE_API_URL must be an http address without a path' })
  @Address(
    ({ protocol }) => /^https?:$/.test(protocol),
    'STRIPE_API_URL must be an http address without a path',
  )
  STRIPE_API_URL?: string;
}

/** Every variable that the service reads; those without a usual value are not yet fields of a new Environment. */
export const variables: readonly string[] = [
  ...Object.keys(new Environment()),
  'APP_DATABASE_URL',
  'SMTP_URL',
  'MAILBOX_URL',
  'STRIPE_SECRET_KEY',
  'STRIPE_WEBHOOK_SECRET',
  'STRIPE_API_URL',
];
