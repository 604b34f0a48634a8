/** The first thing on every page after the skip link; plain text and links, never hidden. */
export const CrisisNotice = () => (
  <aside className="crisis" aria-label="If you are in crisis">
    <p>
      <strong>In danger now?</strong> Call <a href="tel:911">911</a>. In a crisis, call or text{' '}
      <a href="tel:988">988</a> at any hour. <a href="/crisis">More help</a>
    </p>
  </aside>
)
