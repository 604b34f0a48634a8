import { env } from '../env'

/** Scheme and host of this website, for addresses that leave it. */
export const siteOrigin = (): string => new URL(env.SERVER_URL).origin
