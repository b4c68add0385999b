package termbase

// signs stand for groups, a bit for each, which some twenty groups share: where
// two sets of groups have no sign in common they have no group in common. They
// spare most words the search for a literal.
type signs [2]uint64

// signOf is the sign of a group.
func signOf(group int32) (s signs) {
	h := uint64(group) * 0x9e3779b97f4a7c15
	s[h>>63] = 1 << (h >> 57 & 63)
	return s
}

func (s signs) and(o signs) signs    { return signs{s[0] | o[0], s[1] | o[1]} }
func (s signs) shared(o signs) signs { return signs{s[0] & o[0], s[1] & o[1]} }
func (s signs) overlap(o signs) bool { return s[0]&o[0]|s[1]&o[1] != 0 }
func (s signs) contain(o signs) bool { return o[0]&^s[0]|o[1]&^s[1] == 0 }

// seedingWord is what a word seeds.
type seedingWord struct {
	// groups are those that it seeds, in [literalIndex.seedGroups], and least is how
	// many groups the shortest of their literals has.
	groups stretch
	least  int32
}

// literalSeed is a group that words seed.
type literalSeed struct {
	// all are the signs of the groups that each of its literals has.
	all signs
	// groups is how many the longest of them has, least how many the shortest.
	groups, least int32
	// literals are they, in [literalIndex.bySeed].
	literals stretch
}

// seededLiteral is a literal where it is listed under the group that seeds it.
type seededLiteral struct {
	// all are the signs of its groups.
	all    signs
	number int32
	groups int32 // how many
}

// flags are what a literal asks first of the word of a number.
func (l *literalIndex) flags(id int) (flags wordFlags) {
	if id < len(l.passed) && l.passed[id] {
		flags |= passing
	}
	if id < len(l.signsOf) && l.signsOf[id] != (signs{}) {
		flags |= glossing
	}
	if id < len(l.seeding) && l.seeding[id].least > 0 {
		flags |= seeding
	}
	return flags
}

// sign makes what is looked at first of all literals, of the groups that seed
// them and of all words.
func (l *literalIndex) sign() {
	l.bySeed = make([]seededLiteral, len(l.seedOf))
	l.seeds = make([]literalSeed, len(l.groups))
	for group, seeded := range l.seeded {
		seed := &l.seeds[group]
		seed.literals = seeded
		for k := seeded.from; k < seeded.to; k++ {
			groups := l.literals[l.seedOf[k]].groups
			one := seededLiteral{number: l.seedOf[k], groups: groups.to - groups.from}
			for _, g := range groups.of(l.literalGroups) {
				one.all = one.all.and(signOf(g))
			}
			l.bySeed[k] = one
			if k == seeded.from {
				seed.all, seed.least = one.all, one.groups
			}
			seed.all = seed.all.shared(one.all)
			seed.groups, seed.least = max(seed.groups, one.groups), min(seed.least, one.groups)
		}
	}
	l.signsOf = make([]signs, len(l.firstSeed))
	for group, s := range l.groups {
		for _, id := range s.of(l.words) {
			l.signsOf[id] = l.signsOf[id].and(signOf(int32(group)))
		}
	}
	l.seeding, l.seedGroups = make([]seedingWord, len(l.firstSeed)), make([]int32, 0, len(l.seedLinks))
	for id := range l.seeding {
		w := &l.seeding[id]
		w.groups.from = int32(len(l.seedGroups))
		for link := l.firstSeed[id]; link != 0; link = l.seedLinks[link].next {
			group := l.seedLinks[link].term
			if w.least == 0 || l.seeds[group].least < w.least {
				w.least = l.seeds[group].least
			}
			l.seedGroups = append(l.seedGroups, group)
		}
		w.groups.to = int32(len(l.seedGroups))
	}
}
