import 'server-only';
import { resolve } from 'node:path';
import { z } from 'zod';

/**
 * The only reader of process.env. Every variable is optional; `docs/operations.md` and the README describe them.
 */
const schema = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  TESSERA_DATA: z.string().min(1).default('./data'),
  DATABASE_PATH: z.string().min(1).optional(),
  PORT: z.coerce
    .number('Give a number from 1 to 65535.')
    .int('Give a number from 1 to 65535.')
    .min(1, 'Give a number from 1 to 65535.')
    .max(65_535, 'Give a number from 1 to 65535.')
    .default(3000),
  TESSERA_URL: z.url('Give a whole address such as https://tessera.example.com.').optional(),
  NEXTAUTH_SECRET: z.string().min(16, 'It needs at least 16 characters.').optional(),
  TESSERA_LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  TESSERA_MAX_UPLOAD_MB: z.coerce
    .number('Give a number above 0.')
    .positive('Give a number above 0.')
    .default(1024),
  TESSERA_LOCAL_PASSWORDS: z.enum(['on', 'off']).default('on'),
  OIDC_ISSUER: z.url('Give the whole address of the identity provider.').optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_LABEL: z.string().default('Sign in with single sign-on'),
  OIDC_ALLOWED_DOMAINS: z.string().default(''),
  OIDC_DEFAULT_ROLE: z.enum(['revops', 'leader', 'rep', 'viewer']).default('viewer'),
});

export type Env = {
  nodeEnv: 'development' | 'production' | 'test';
  /** Absolute path of the data folder. */
  dataFolder: string;
  /** Absolute path of the database file. */
  databasePath: string;
  port: number;
  /** Public origin, without a trailing slash. */
  publicUrl: string;
  authSecret: string | undefined;
  logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  maxUploadBytes: number;
  localPasswords: boolean;
  oidc: {
    issuer: string;
    clientId: string;
    clientSecret: string;
    label: string;
    allowedDomains: string[];
    defaultRole: 'revops' | 'leader' | 'rep' | 'viewer';
  } | null;
};

/** Reads and checks the environment; throws one error that names every faulty variable. */
export function readEnv(source: Record<string, string | undefined> = process.env): Env {
  const filled = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(filled);
  const faults = parsed.success
    ? signInFaults(parsed.data)
    : parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  if (!parsed.success || faults.length > 0) {
    throw new Error(`The environment is not usable:\n  ${faults.join('\n  ')}`);
  }
  const env = parsed.data;
  const dataFolder = resolve(/* turbopackIgnore: true */ env.TESSERA_DATA);
  const oidc =
    env.OIDC_ISSUER && env.OIDC_CLIENT_ID && env.OIDC_CLIENT_SECRET
      ? {
          issuer: env.OIDC_ISSUER,
          clientId: env.OIDC_CLIENT_ID,
          clientSecret: env.OIDC_CLIENT_SECRET,
          label: env.OIDC_LABEL,
          allowedDomains: env.OIDC_ALLOWED_DOMAINS.split(',')
            .map((domain) => domain.trim().toLowerCase())
            .filter(Boolean),
          defaultRole: env.OIDC_DEFAULT_ROLE,
        }
      : null;
  return {
    nodeEnv: env.NODE_ENV,
    dataFolder,
    databasePath: env.DATABASE_PATH
      ? resolve(/* turbopackIgnore: true */ env.DATABASE_PATH)
      : resolve(/* turbopackIgnore: true */ dataFolder, 'tessera.db'),
    port: env.PORT,
    publicUrl: (env.TESSERA_URL ?? `http://localhost:${env.PORT}`).replace(/\/$/, ''),
    authSecret: env.NEXTAUTH_SECRET,
    logLevel: env.TESSERA_LOG_LEVEL,
    maxUploadBytes: env.TESSERA_MAX_UPLOAD_MB * 1024 * 1024,
    localPasswords: env.TESSERA_LOCAL_PASSWORDS === 'on',
    oidc,
  };
}

const oidcNames = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const;

/** Half a single sign-on, or no way in at all, is better said at the start than found out at the door. */
function signInFaults(env: z.output<typeof schema>): string[] {
  const missing = oidcNames.filter((name) => !env[name]);
  if (missing.length > 0 && missing.length < oidcNames.length) {
    return [`${missing.join(', ')}: Single sign-on needs ${oidcNames.join(', ')} together, or none of them.`];
  }
  if (env.TESSERA_LOCAL_PASSWORDS === 'off' && missing.length > 0) {
    return ['TESSERA_LOCAL_PASSWORDS: With "off" nobody could sign in while single sign-on is not set up.'];
  }
  return [];
}
