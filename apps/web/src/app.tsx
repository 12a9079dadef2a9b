import { QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import { BrowserRouter } from 'react-router';
import { showLook, useLook } from './api/instance';
import { queryClient } from './api/query-client';
import { useSession } from './api/session';
import { AppRoutes } from './routes';
import { ZoneContext } from './ui/dates';
import { SiteName } from './ui/site-name';

export function App() {
  const { account } = useSession();
  return (
    <QueryClientProvider client={queryClient}>
      <Looked>
        <ZoneContext value={account?.timeZone}>
          <BrowserRouter>
            <AppRoutes />
          </BrowserRouter>
        </ZoneContext>
      </Looked>
    </QueryClientProvider>
  );
}

/** The name and the colour that the owner gave this Waymark. */
function Looked({ children }: { children: ReactNode }) {
  const look = useLook();
  useEffect(() => showLook(look), [look]);
  return <SiteName value={look.name}>{children}</SiteName>;
}
