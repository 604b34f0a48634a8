import type { GlobalConfig } from 'payload'

export const outreachGlobals: GlobalConfig[] = []
