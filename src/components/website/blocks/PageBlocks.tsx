import type { FunctionComponent, ReactNode } from 'react'
import type { Visit } from '@/src/domain/outreach/visit'
import { type Row, textIn } from '@/src/domain/row'
import { rowsIn } from '@/src/lib/website/rows'
import type { BlockProps } from './blockProps'
import { CalloutBlock } from './CalloutBlock'
import { ContactBlock } from './ContactBlock'
import { FaqBlock } from './FaqBlock'
import { FeesBlock } from './FeesBlock'
import { HeroBlock } from './HeroBlock'
import { LocationsBlock } from './LocationsBlock'
import { ServicesBlock } from './ServicesBlock'
import { StepsBlock } from './StepsBlock'
import { TextBlock } from './TextBlock'
import { TherapistsBlock } from './TherapistsBlock'

type Drawing = FunctionComponent<BlockProps> | ((props: BlockProps) => Promise<ReactNode>)

const drawings: Readonly<Record<string, Drawing>> = {
  hero: HeroBlock,
  text: TextBlock,
  steps: StepsBlock,
  fees: FeesBlock,
  faq: FaqBlock,
  callout: CalloutBlock,
  services: ServicesBlock,
  therapists: TherapistsBlock,
  locations: LocationsBlock,
  contact: ContactBlock,
}

const blocksOf = (record: Row | null): Row[] => rowsIn(record, 'layout')

/** Whether the page's main heading comes from its first block. */
export const startsWithHero = (record: Row | null): boolean =>
  textIn(blocksOf(record)[0] ?? null, 'blockType') === 'hero'

type Props = {
  record: Row | null
  visit: Visit
  /** Slug of the service that a contact form begins with. */
  service?: string
}

/** What marketing put together, drawn in order. */
export const PageBlocks = ({ record, visit, service }: Props) => (
  <>
    {blocksOf(record).map((block, index) => {
      const Drawn = drawings[textIn(block, 'blockType')]
      return Drawn ? (
        <Drawn
          key={textIn(block, 'id')}
          block={block}
          visit={visit}
          isFirst={index === 0}
          service={service}
        />
      ) : null
    })}
  </>
)
