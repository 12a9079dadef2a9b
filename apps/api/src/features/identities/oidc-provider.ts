import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type ClientAuth,
  ClientSecretBasic,
  ClientSecretPost,
  type Configuration,
  calculatePKCECodeChallenge,
  customFetch,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
  type IDToken,
  type UserInfoResponse,
} from 'openid-client';
import type { Logger } from 'pino';
import type { ProviderSettings } from '../../env.providers.js';
import { fetchFromProvider, patienceSeconds } from './fetch-from-provider.js';
import type { Proved, Provider } from './provider.js';
import { logFailure, problemOfProvider, silent } from './provider-failures.js';

const keptMs = 3_600_000;

/** An OpenID Connect provider, which says itself where its parts are. `returnTo`: the page that browsers come back to. */
export function oidcProvider(
  { issuer, clientId, clientSecret, name }: NonNullable<ProviderSettings['oidc']>,
  returnTo: string,
  log: Logger,
): Provider {
  let kept: { configuration: Promise<Configuration>; until: number } | undefined;

  /** Asked for when it is first needed, not at the start: Waymark runs while the provider is down. */
  const discovered = async (): Promise<Configuration> => {
    if (!kept || performance.now() > kept.until) {
      const url = new URL(issuer);
      const configuration = discovery(url, clientId, undefined, authenticate(clientSecret), {
        [customFetch]: fetchFromProvider,
        timeout: patienceSeconds,
        // Left alone, the library trusts the connection that an answer came over, and looks at no signature.
        execute: [enableNonRepudiationChecks, ...(url.protocol === 'http:' ? [allowInsecureRequests] : [])],
      });
      kept = { configuration, until: performance.now() + keptMs };
    }
    try {
      return await kept.configuration;
    } catch (error) {
      // Not kept: the next one asks again.
      kept = undefined;
      logFailure(error, name, log);
      throw silent(name);
    }
  };

  return {
    id: 'oidc',
    name,
    async authorizationUrl({ state, verifier, nonce }, isFresh) {
      const configuration = await discovered();
      const parameters = {
        redirect_uri: returnTo,
        scope: 'openid email profile',
        code_challenge: await calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        state,
        nonce,
        ...(isFresh && { prompt: 'login', max_age: '0' }),
      };
      return buildAuthorizationUrl(configuration, parameters).href;
    },
    async identify({ state, verifier, nonce }, query, secondsAgo) {
      const configuration = await discovered();
      const url = new URL(returnTo);
      url.search = query;
      try {
        const tokens = await authorizationCodeGrant(configuration, url, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
          idTokenExpected: true,
          ...(secondsAgo !== undefined && { maxAge: secondsAgo }),
        });
        const claims = tokens.claims() as IDToken;
        return provedBy(claims, await readMore(configuration, claims, tokens.access_token));
      } catch (error) {
        throw problemOfProvider(error, name, log);
      }
    },
  };
}

/** The default of the specification, but where the provider names what it takes, and that is not in it. */
function authenticate(secret: string): ClientAuth {
  const [basic, post] = [ClientSecretBasic(secret), ClientSecretPost(secret)];
  return (server, ...rest) => {
    const takes = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    return (takes.includes('client_secret_basic') ? basic : post)(server, ...rest);
  };
}

/** Many providers keep address and name out of the signed answer. */
async function readMore(configuration: Configuration, claims: IDToken, token: string): Promise<UserInfoResponse> {
  const isEnough = typeof claims.email === 'string' && claims.email_verified !== undefined && claims.name !== undefined;
  if (isEnough || !configuration.serverMetadata().userinfo_endpoint) return { sub: claims.sub };
  return fetchUserInfo(configuration, token, claims.sub);
}

function provedBy(claims: IDToken, more: UserInfoResponse): Proved {
  const text = (name: string) => [claims[name], more[name]].find((value) => typeof value === 'string' && value !== '');
  // Address and whether it was confirmed have to be of one source.
  const { email, email_verified: isEmailVerified } = typeof more.email === 'string' ? more : claims;
  const address = typeof email === 'string' && email !== '' ? email : undefined;
  const userName = text('preferred_username') as string | undefined;
  const name = text('name') as string | undefined;
  return {
    subject: claims.sub,
    label: address ?? userName ?? name ?? claims.sub,
    name: name ?? userName,
    email: address,
    isEmailVerified: isEmailVerified === true,
  };
}
