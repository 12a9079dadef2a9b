export const noRoadmap = (slug: string) => `This Waymark has no roadmap “${slug}”`;
export const noTopic = (id: string) => `There is no topic “${id}” here`;
