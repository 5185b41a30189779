import type { View } from '../src/view';

export function ipi(): View;
export function repaired(): View;
export function buffers(): View;
export function lasso(): View;
export function faults(): View;
export function hostile(): View;
export function long(steps?: number, kernels?: number): View;
export const HOSTILE: string[];
