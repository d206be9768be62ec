/** Whom to call about Amara. */
export const chidi = {
  name: 'Chidi Nwosu',
  relationship: 'Brother',
  phone: '07700 900418',
  organisationName: 'Harbour Lane Surgery',
};
