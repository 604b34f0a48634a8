import type { Visit } from '@/src/domain/outreach/visit'
import type { Row } from '@/src/domain/row'

export type BlockProps = {
  block: Row
  visit: Visit
  /** The first block of a page carries its main heading when it is an opening. */
  isFirst: boolean
  /** Slug of the service that a contact form begins with. */
  service?: string
}
