import type { Clinic, Stage } from './clinic'

export const tellHistory = async (_stage: Stage, _clinic: Clinic): Promise<void> => {}
