import { SecretToken } from '@waymark/contract';
import type { Request, Response, Router } from 'express';
import type { Deps } from '../../deps.js';
import { addressKey } from '../../http/address-key.js';
import { fail } from '../../http/route.js';
import { createLinkLimit } from '../credentials/address-limits.js';
import { linkEnded } from '../credentials/links.js';
import { stopMailing } from './unsubscribe.js';

/**
 * What a mail program posts to when somebody clicks “unsubscribe” in it (RFC 8058): the address of the page that a person is
 * shown, with a form that says nothing else. It follows no redirect and has no cookie.
 */
export function mountOneClick(router: Router, deps: Deps): void {
  const limit = createLinkLimit(deps);
  router.post('/unsubscribe/:token', async (req: Request, res: Response) => {
    res.locals.route = '/unsubscribe/:token';
    try {
      await limit.take(addressKey(req.ip ?? ''));
      const { data: token } = SecretToken.safeParse(req.params.token);
      if (!token) throw linkEnded();
      await stopMailing(deps, token, deps.now());
      res.status(200).setHeader('Cache-Control', 'no-store');
      res.type('text/plain').end('No more letters like that one come to you.\n');
    } catch (error) {
      fail(error, res, deps);
    }
  });
}
