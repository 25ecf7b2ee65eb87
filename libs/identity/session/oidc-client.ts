import { AppConfig, StatusRefusal } from '@hoptac/platform';
import { Inject, Injectable } from '@nestjs/common';
import * as oidc from 'openid-client';
import { accountIdOf } from '../account-id';

export interface StartedLogin {
  readonly url: string;
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

export interface SignedIn {
  readonly sub: string;
  readonly name: string;
  readonly idToken: string;
}

/** The pages' side of OIDC: authorization code with PKCE, state and nonce; the provider's addresses are discovered at first use. */
@Injectable()
export class OidcClient {
  private discovered: Promise<oidc.Configuration> | undefined;
  readonly redirectUri: string;

  constructor(@Inject(AppConfig) private readonly config: AppConfig) {
    this.redirectUri = `${config.publicUrl}/api/session/callback`;
  }

  async start(): Promise<StartedLogin> {
    const configuration = await this.configuration();
    const verifier = oidc.randomPKCECodeVerifier();
    const state = oidc.randomState();
    const nonce = oidc.randomNonce();
    const url = oidc.buildAuthorizationUrl(configuration, {
      redirect_uri: this.redirectUri,
      scope: 'openid profile',
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state,
      nonce,
    });
    return { url: url.href, state, nonce, verifier };
  }

  /** @throws when state, nonce, code or signature do not fit. */
  async finish(
    query: string,
    expected: { readonly state: string; readonly nonce: string; readonly verifier: string },
  ): Promise<SignedIn> {
    const configuration = await this.configuration();
    const tokens = await oidc.authorizationCodeGrant(configuration, new URL(`${this.redirectUri}?${query}`), {
      expectedState: expected.state,
      expectedNonce: expected.nonce,
      pkceCodeVerifier: expected.verifier,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (claims === undefined || tokens.id_token === undefined) throw new Error('no id token');
    const name = typeof claims['name'] === 'string' ? claims['name'] : '';
    return { sub: accountIdOf(this.config.oidcIssuer, claims.sub), name, idToken: tokens.id_token };
  }

  /** Where the browser goes to sign out of the provider as well; it comes back to the pages' home. */
  async endSessionUrl(idToken: string): Promise<string> {
    const configuration = await this.configuration();
    return oidc.buildEndSessionUrl(configuration, {
      post_logout_redirect_uri: `${this.config.publicUrl}/`,
      id_token_hint: idToken,
      client_id: this.config.oidcClientId,
    }).href;
  }

  private async configuration(): Promise<oidc.Configuration> {
    this.discovered ??= this.discover();
    try {
      return await this.discovered;
    } catch {
      this.discovered = undefined;
      throw new StatusRefusal(503, 'IDENTITY.PROVIDER_UNAVAILABLE', 'The identity provider does not answer', 5);
    }
  }

  private discover(): Promise<oidc.Configuration> {
    const { oidcIssuer, oidcClientId, oidcClientSecret } = this.config;
    // Plain http only towards this machine; anywhere else the library refuses it.
    const loopback = /^http:\/\/(127\.0\.0\.1|localhost|\[::1\])(:|\/|$)/.test(oidcIssuer);
    const authentication = oidcClientSecret === undefined ? oidc.None() : oidc.ClientSecretBasic(oidcClientSecret);
    return oidc.discovery(new URL(oidcIssuer), oidcClientId, oidcClientSecret, authentication, {
      timeout: 5,
      // eslint-disable-next-line @typescript-eslint/no-deprecated -- marked so to stand out; loopback of the embedded stack only
      ...(loopback ? { execute: [oidc.allowInsecureRequests] } : {}),
    });
  }
}
