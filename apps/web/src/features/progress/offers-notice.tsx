import type { Enrolment, Offer, Roadmap } from '@waymark/contract';
import { useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import styles from './offers.module.css';
import { offersText as text } from './offers.text';
import { OffersDialog } from './offers-dialog';
import { isNews, keepLater, readLater } from './offers-kept';
import type { Acts } from './use-acts';

/** With it in the address, the offers stand open: where a link from elsewhere leads. */
const openHash = '#known';

interface OffersNoticeProps {
  roadmap: Roadmap;
  enrolment: Enrolment;
  offers: readonly Offer[];
  acts: Acts;
  /** What was pressed is gone: the focus needs another place. */
  onGone: () => void;
}

/** One quiet sentence on what is known from another roadmap. It marks nothing by itself. */
export function OffersNotice({ roadmap, enrolment, offers, acts, onGone }: OffersNoticeProps) {
  const { slug } = roadmap;
  const { hash, pathname } = useLocation();
  const navigate = useNavigate();
  const [later, setLater] = useState(() => readLater(slug));
  const [isOpen, setOpen] = useState(hash === openHash);
  const roadmaps = [...new Set(offers.map(({ from }) => from.roadmapTitle))];

  function close(): void {
    setOpen(false);
    if (hash === openHash) void navigate(pathname, { replace: true, preventScrollReset: true });
  }

  function notNow(): void {
    keepLater(slug, offers);
    setLater(readLater(slug));
    onGone();
  }

  if (offers.length === 0) return null;
  return (
    <>
      {isNews(offers, later) && (
        <div className={styles.notice}>
          <Notice
            tone="info"
            action={
              <div className={styles.acts}>
                <Button aria-haspopup="dialog" onClick={() => setOpen(true)}>
                  {text.look}
                </Button>
                <Button variant="quiet" onClick={notNow}>
                  {text.later}
                </Button>
              </div>
            }
          >
            {text.notice(offers.length, roadmaps)}
          </Notice>
        </div>
      )}
      {isOpen && (
        <OffersDialog
          roadmap={roadmap}
          enrolment={enrolment}
          offers={offers}
          onClose={close}
          onAccept={(change, words) => {
            close();
            acts.make(change, words);
            onGone();
          }}
        />
      )}
    </>
  );
}
