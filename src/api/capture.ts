import type { Client } from './client.js';
import type { components } from './contract.js';

export type ApiCaptureStatus = components['schemas']['CaptureStatus'];
export type ApiCaptureSetting = components['schemas']['CaptureSetting'];
export type ApiCaptureAnswers = components['schemas']['CaptureAnswers'];

export const getCaptureStatus = (client: Client, customerId: string, signal?: AbortSignal): Promise<ApiCaptureStatus> =>
  client('get', '/customers/{customerId}/capture/status', { params: { customerId }, signal });

/** Stores answers; what is not named stays as it is. */
export async function saveCapture(client: Client, customerId: string, answers: ApiCaptureAnswers): Promise<void> {
  await client('put', '/customers/{customerId}/capture', { params: { customerId }, body: answers });
}
