import { textIn } from '@/src/domain/row'
import { InquirySection } from '../form/InquirySection'
import { Lines } from '../parts/Lines'
import type { BlockProps } from './blockProps'

export const ContactBlock = ({ block, visit, service }: BlockProps) => (
  <section className="section measure">
    <h2>{textIn(block, 'heading') || 'Ask for an appointment'}</h2>
    <Lines text={textIn(block, 'text')} />
    <InquirySection visit={visit} service={service} />
  </section>
)
