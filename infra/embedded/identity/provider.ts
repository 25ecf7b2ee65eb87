import { CLI_CLIENT, CLI_REDIRECT, type DemoAccount } from '@hoptac/identity';
import { type KoaContext, Provider } from 'oidc-provider';
import { messagePage, signOutPage } from './pages';
import type { IdentityKeys } from './signing-keys';
import type { IdentityDatabase } from './sqlite-adapter';

/** RFC 8707 wants an absolute URI; the token's audience is the API's own word. */
const RESOURCE = 'urn:hoptac:api';
const HOUR = 3_600;

export interface ProviderSettings {
  readonly issuer: string;
  readonly publicUrl: string;
  readonly pagesClientId: string;
  readonly audience: string;
  readonly accounts: readonly DemoAccount[];
  readonly keys: IdentityKeys;
  readonly database: IdentityDatabase;
}

function clients({ publicUrl, pagesClientId }: ProviderSettings): object[] {
  const common = { token_endpoint_auth_method: 'none', grant_types: ['authorization_code'], response_types: ['code'] };
  return [
    {
      ...common,
      client_id: pagesClientId,
      redirect_uris: [`${publicUrl}/api/session/callback`],
      post_logout_redirect_uris: [`${publicUrl}/`],
    },
    { ...common, client_id: CLI_CLIENT, redirect_uris: [CLI_REDIRECT] },
  ];
}

/** Both clients are the house's own: nobody is asked for consent. */
async function grantOf({ oidc }: KoaContext): Promise<unknown> {
  const { provider, client, session } = oidc;
  const known = session.grantIdFor(client.clientId);
  const existing = known === undefined ? undefined : await provider.Grant.find(known);
  if (existing !== undefined) return existing;
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope('openid profile');
  grant.addResourceScope(RESOURCE, 'api');
  await grant.save();
  return grant;
}

/** The embedded OIDC provider: code flow with PKCE only, JWT access tokens for the API, demo accounts by one press. */
export function createProvider(settings: ProviderSettings): Provider {
  const { issuer, audience, accounts, keys, database } = settings;
  const accountOf = (id: string | undefined): DemoAccount | undefined => accounts.find((account) => account.id === id);
  return new Provider(issuer, {
    adapter: (model: string) => database.adapterFor(model),
    clients: clients(settings),
    jwks: { keys: keys.keys },
    cookies: {
      keys: keys.cookieSecrets,
      names: { session: 'hoptac_idp_session', interaction: 'hoptac_idp_interaction', resume: 'hoptac_idp_resume' },
    },
    pkce: { required: () => true },
    scopes: ['openid', 'profile'],
    claims: { openid: ['sub'], profile: ['name'] },
    // The pages read the name from the id token; they hold no access token.
    conformIdTokenClaims: false,
    findAccount: (_context: unknown, id: string) => {
      const account = accountOf(id);
      return account === undefined ? undefined : { accountId: id, claims: () => ({ sub: id, name: account.name }) };
    },
    extraTokenClaims: (_context: unknown, token: { accountId?: string }) => ({
      name: accountOf(token.accountId)?.name,
      iat_ms: Date.now(),
    }),
    loadExistingGrant: grantOf,
    interactions: { url: (_context: unknown, interaction: { uid: string }) => `/interaction/${interaction.uid}` },
    ttl: {
      AccessToken: HOUR,
      AuthorizationCode: 60,
      IdToken: HOUR,
      Interaction: HOUR,
      Session: 12 * HOUR,
      Grant: 12 * HOUR,
    },
    features: {
      devInteractions: { enabled: false },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => RESOURCE,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({
          scope: 'api',
          audience,
          accessTokenTTL: HOUR,
          accessTokenFormat: 'jwt',
          jwt: { sign: { alg: 'ES256' } },
        }),
      },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (context: KoaContext, form: string) => {
          context.body = signOutPage(form);
        },
        postLogoutSuccessSource: (context: KoaContext) => {
          context.body = messagePage('Đã đăng xuất', 'Có thể đóng trang này.');
        },
      },
    },
    renderError: (context: KoaContext, out: { error: string; error_description?: string }) => {
      context.type = 'html';
      context.body = messagePage('Chưa đăng nhập được', `${out.error}: ${out.error_description ?? ''}`);
    },
  });
}
