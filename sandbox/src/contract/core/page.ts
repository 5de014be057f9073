import { z } from '@hono/zod-openapi';
import { LARGEST_PAGE, PAGE_SIZE } from '../../inferences.js';

/** Which part of a long list. */
export const page = {
  limit: z.coerce.number().int().min(1).max(LARGEST_PAGE).default(PAGE_SIZE),
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
};
