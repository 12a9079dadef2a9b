import type { Deps } from '../../deps.js';
import type { Env } from '../../env.js';
import { githubName, githubProvider } from './github-provider.js';
import { oidcProvider } from './oidc-provider.js';
import type { Provider } from './provider.js';

/** What the buttons say, in their order. */
export function listProviders(env: Pick<Env, 'providers'>): { id: string; name: string }[] {
  const { oidc, github } = env.providers;
  return [...(oidc ? [{ id: 'oidc', name: oidc.name }] : []), ...(github ? [{ id: 'github', name: githubName }] : [])];
}

/** Those that the owner set up, by id. */
export function createProviders({ env, log }: Pick<Deps, 'env' | 'log'>): ReadonlyMap<string, Provider> {
  const { oidc, github } = env.providers;
  const returnTo = (id: string) => `${env.publicUrl}/sign-in/callback/${id}`;
  const providers = [
    ...(oidc ? [oidcProvider(oidc, returnTo('oidc'), log)] : []),
    ...(github ? [githubProvider(github, returnTo('github'), log)] : []),
  ];
  return new Map(providers.map((provider) => [provider.id, provider]));
}
