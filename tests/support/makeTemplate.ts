import config from '@payload-config'
import { getPayload } from 'payload'

/** Makes an empty database with today's schema; every test file starts from a copy of it. */
const payload = await getPayload({ config })
await payload.destroy()
process.exit(0)
