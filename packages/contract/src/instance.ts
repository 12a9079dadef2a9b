import { z } from 'zod';
import { endpoint } from './endpoint.js';

export const instance = {
  readLiveness: endpoint('readLiveness', {
    summary: 'The process runs',
    access: 'anyone',
    answer: z.strictObject({ status: z.literal('live') }),
    problems: [],
  }),
  readReadiness: endpoint('readReadiness', {
    summary: 'The instance can serve; 503 names what cannot',
    access: 'anyone',
    answer: z.strictObject({ status: z.literal('ready') }),
    problems: ['unavailable'],
  }),
};
