import Link from 'next/link'
import { Icon } from './Icon'

export const BackLink = ({ href, children }: { href: string; children: string }) => (
  <Link href={href} className="back">
    <Icon name="back" />
    {children}
  </Link>
)
