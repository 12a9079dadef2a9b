import type { Request, Response, Router } from 'express';
import swaggerUi from 'swagger-ui-express';
import type { Deps } from '../deps.js';
import { openApiDocument } from './openapi.js';

/** Read only. */
export const docsPaths = ['/api/openapi.json', '/api/docs'];

/** `/api/openapi.json`, and a page to try it that needs no outside host. */
export function mountDocs(router: Router, deps: Deps): void {
  const document = JSON.stringify(openApiDocument(deps.env.publicUrl));
  router.get('/api/openapi.json', (_req: Request, res: Response) => {
    res.type('application/json').setHeader('Cache-Control', 'no-cache');
    res.send(document);
  });
  router.use('/api/docs', (_req: Request, res: Response, next: () => void) => {
    // Swagger UI writes styles into the page; on this one page, which holds nobody's data, it may.
    const policy = String(res.getHeader('Content-Security-Policy')).replace(
      "style-src 'self'",
      "style-src 'self' 'unsafe-inline'",
    );
    res.setHeader('Content-Security-Policy', policy);
    next();
  });
  const options = { swaggerOptions: { url: '/api/openapi.json' }, customSiteTitle: 'Waymark API' };
  router.use('/api/docs', swaggerUi.serveFiles(undefined, options), swaggerUi.setup(undefined, options));
}
