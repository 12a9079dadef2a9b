import { QueryClientProvider } from '@tanstack/react-query';
import { BrowserRouter } from 'react-router';
import { queryClient } from './api/query-client';
import { useSession } from './api/session';
import { AppRoutes } from './routes';
import { ZoneContext } from './ui/dates';

export function App() {
  const { account } = useSession();
  return (
    <QueryClientProvider client={queryClient}>
      <ZoneContext value={account?.timeZone}>
        <BrowserRouter>
          <AppRoutes />
        </BrowserRouter>
      </ZoneContext>
    </QueryClientProvider>
  );
}
