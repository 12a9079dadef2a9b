import mongoose from 'mongoose';
import { page, readCursor } from '../../http/cursor.js';
import { Problem } from '../../http/problem.js';
import { Account } from '../accounts/accounts.model.js';
import { findPeople } from '../accounts/find-people.js';
import { aboutCohort } from '../notifications/notifications.model.js';
import { forgetToldOf, tellMembers } from '../notifications/tell-members.js';
import { CohortOffer, type CohortOfferRecord } from './cohort-offers.model.js';
import { Cohort, type CohortRecord } from './cohorts.model.js';
import { getMentored, getOpenCohort } from './get-cohort.js';

const openDays = 30;
/** Of one cohort, those who are asked included. */
export const mostMentors = 50;

interface Act {
  cohortId: string;
  mentorId: string;
  handle: string;
  now: Date;
}

/** Asks whoever has this handle to mentor a cohort too. What is kept and answered is the same where nobody has it. */
export async function offerCohort({ cohortId, mentorId, handle, now }: Act): Promise<void> {
  const cohort = await getOpenCohort(cohortId, mentorId);
  const mentors = await findPeople(cohort.mentorIds);
  if ([...mentors.values()].some((mentor) => mentor.handle === handle)) {
    throw new Problem('invalid', { errors: [{ path: 'handle', message: 'They mentor this cohort already' }] });
  }
  const asked = await CohortOffer.countDocuments({ cohortId, handle: mongoose.trusted({ $ne: handle }) });
  if (cohort.mentorIds.length + asked >= mostMentors) {
    throw new Problem('conflict', { detail: `A cohort has at most ${mostMentors} mentors, those asked included.` });
  }
  const member = await Account.findOne({ handle, eraseAfter: mongoose.trusted({ $exists: false }) }, { _id: 1 }).lean();
  const expiresAt = new Date(now.getTime() + openDays * 86_400_000);
  const { upsertedCount } = await CohortOffer.updateOne(
    { cohortId, handle },
    { $set: { memberId: member?._id ?? null, byId: mentorId, at: now, expiresAt } },
    { upsert: true },
  );
  if (!member || upsertedCount === 0) return;
  const about = aboutCohort(cohort._id, 'asked');
  await tellMembers({ about, learnerId: null, kind: 'cohort-offer', actorId: mentorId, at: now }, [String(member._id)]);
}

interface Query {
  limit: number;
  cursor?: string | undefined;
}

async function pageOfOffers(of: object, query: Query, now: Date) {
  const [id] = (readCursor(query.cursor, ['id']) ?? []) as [string?];
  const after = id ? { _id: mongoose.trusted({ $gt: new mongoose.Types.ObjectId(id) }) } : {};
  const found = await CohortOffer.find({ ...of, expiresAt: mongoose.trusted({ $gt: now }), ...after })
    .sort({ _id: 1 })
    .limit(query.limit + 1)
    .lean<CohortOfferRecord[]>();
  return page(found, query.limit, (offer) => [String(offer._id)]);
}

const when = ({ _id, at, expiresAt }: CohortOfferRecord) => ({
  id: String(_id),
  at: at.toISOString(),
  expiresAt: expiresAt.toISOString(),
});

/** Who was asked to mentor a cohort and has not answered: by their handle alone. */
export async function listCohortOffers(cohortId: string, mentorId: string, query: Query, now: Date) {
  const { _id } = await getMentored(cohortId, mentorId);
  const { items, nextCursor } = await pageOfOffers({ cohortId: _id }, query, now);
  const people = await findPeople(items.map(({ byId }) => byId));
  return {
    items: items.map((offer) => ({
      ...when(offer),
      handle: offer.handle,
      by: people.get(String(offer.byId)) ?? null,
    })),
    nextCursor,
  };
}

/** The cohorts that a member is asked to mentor. */
export async function listMyOffers(memberId: string, query: Query, now: Date) {
  const { items, nextCursor } = await pageOfOffers({ memberId }, query, now);
  const ids = mongoose.trusted({ $in: items.map(({ cohortId }) => cohortId) });
  const found = await Cohort.find({ _id: ids }).lean<CohortRecord[]>();
  const cohorts = new Map(found.map((cohort) => [String(cohort._id), cohort]));
  const people = await findPeople([...items.map(({ byId }) => byId), ...found.flatMap(({ mentorIds }) => mentorIds)]);
  return {
    items: items.flatMap((offer) => {
      const cohort = cohorts.get(String(offer.cohortId));
      if (!cohort) return [];
      const { _id, name, roadmap, mentorIds } = cohort;
      const mentors = mentorIds.flatMap((id) => people.get(String(id)) ?? []);
      const by = people.get(String(offer.byId)) ?? null;
      return [{ ...when(offer), cohort: { id: String(_id), name }, roadmap, mentors, by }];
    }),
    nextCursor,
  };
}

export async function withdrawOffer(cohortId: string, mentorId: string, offerId: string): Promise<void> {
  const { _id } = await getMentored(cohortId, mentorId);
  const offer = await CohortOffer.findOneAndDelete({ _id: offerId, cohortId: _id }).lean<CohortOfferRecord>();
  if (!offer) throw new Problem('not-found');
  if (offer.memberId) await forgetToldOf(aboutCohort(_id, 'asked'), String(offer.memberId));
}
