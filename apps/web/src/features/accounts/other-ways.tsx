import { lazy, Suspense } from 'react';
import { useInstance } from '../../api/instance';
import type { ProviderButtonsProps } from './provider-buttons';

const ProviderButtons = lazy(async () => ({ default: (await import('./provider-buttons')).ProviderButtons }));

/** What the owner lets people come in by beside a password. It stands last, so that nothing moves when it is known. */
export function OtherWays(props: Omit<ProviderButtonsProps, 'providers'>) {
  const providers = useInstance()?.providers ?? [];
  if (providers.length === 0) return null;
  return (
    <Suspense fallback={null}>
      <ProviderButtons {...props} providers={providers} />
    </Suspense>
  );
}
