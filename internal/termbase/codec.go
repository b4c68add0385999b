package termbase

import "encoding/binary"

// An image is a row of lists, each a count and that many elements of one size,
// all numbers little-endian. One function, given a transfer, lists what is
// transferred, and serves for writing and for reading: so the two can't differ.

// transfer writes lists behind its data, or reads them from its beginning.
type transfer struct {
	data    []byte
	reading bool
	// short: the data ended too early.
	short bool
}

// codec is how an element stands in an image.
type codec[T any] struct {
	size int
	put  func([]byte, T)
	get  func([]byte) T
}

// list transfers a list.
func list[T any](t *transfer, c codec[T], all *[]T) {
	if !t.reading {
		t.data = binary.LittleEndian.AppendUint32(t.data, uint32(len(*all)))
		at := len(t.data)
		t.data = append(t.data, make([]byte, c.size*len(*all))...)
		for _, one := range *all {
			c.put(t.data[at:at+c.size], one)
			at += c.size
		}
		return
	}
	n := t.count(c.size)
	*all = make([]T, n)
	for i := range *all {
		(*all)[i] = c.get(t.data[i*c.size : (i+1)*c.size])
	}
	t.data = t.data[n*c.size:]
}

// text transfers bytes as they are.
func text(t *transfer, all *[]byte) {
	if !t.reading {
		t.data = binary.LittleEndian.AppendUint32(t.data, uint32(len(*all)))
		t.data = append(t.data, *all...)
		return
	}
	n := t.count(1)
	*all, t.data = t.data[:n], t.data[n:]
}

// count reads how many elements of a size follow: none where the data is
// short of them.
func (t *transfer) count(size int) int {
	if len(t.data) < 4 {
		t.short = true
		return 0
	}
	n := int(binary.LittleEndian.Uint32(t.data))
	t.data = t.data[4:]
	if n > len(t.data)/size {
		t.short = true
		return 0
	}
	return n
}

func put32(b []byte, n int32) { binary.LittleEndian.PutUint32(b, uint32(n)) }
func get32(b []byte) int32    { return int32(binary.LittleEndian.Uint32(b)) }

// packed puts truths into a byte, the first one lowest.
func packed(truths ...bool) (b byte) {
	for i, is := range truths {
		if is {
			b |= 1 << i
		}
	}
	return b
}

func unpacked(b byte, i int) bool { return b&(1<<i) != 0 }

// The elements of an index.
var (
	int32sCodec  = codec[int32]{4, put32, get32}
	uint64sCodec = codec[uint64]{8, binary.LittleEndian.PutUint64, binary.LittleEndian.Uint64}
	boolsCodec   = codec[bool]{1, func(b []byte, is bool) { b[0] = packed(is) }, func(b []byte) bool { return unpacked(b[0], 0) }}

	recordsCodec = codec[record]{
		16,
		func(b []byte, r record) {
			put32(b, r.entry)
			put32(b[4:], r.place)
			put32(b[8:], r.first)
			b[12], b[13], b[14], b[15] = r.count, r.head, byte(r.status), byte(r.flags)
		},
		func(b []byte) record {
			return record{get32(b), get32(b[4:]), get32(b[8:]), b[12], b[13], Status(b[14]), recordFlags(b[15])}
		},
	}
	partsCodec = codec[part]{
		11,
		func(b []byte, p part) {
			put32(b, p.id)
			put32(b[4:], p.others.first)
			b[8], b[9], b[10] = p.others.n, byte(p.kind), packed(p.hyphen, p.capital, p.content, p.optional)
		},
		func(b []byte) part {
			is := b[10]
			return part{
				get32(b), partKind(b[9]), unpacked(is, 0), unpacked(is, 1), unpacked(is, 2), unpacked(is, 3),
				variants{get32(b[4:]), b[8]},
			}
		},
	}
	stepsCodec = codec[step]{
		16,
		func(b []byte, s step) {
			put32(b, s.word)
			put32(b[4:], s.out)
			put32(b[8:], s.next.at)
			put32(b[12:], s.next.size)
		},
		func(b []byte) step {
			return step{get32(b), get32(b[4:]), block{get32(b[8:]), get32(b[12:])}}
		},
	}
	slotsCodec = codec[slot]{
		8,
		func(b []byte, s slot) { put32(b, int32(s.check)); put32(b[4:], s.id) },
		func(b []byte) slot { return slot{uint32(get32(b)), get32(b[4:])} },
	}
	outsCodec = codec[out]{
		9,
		func(b []byte, o out) { put32(b, o.term); put32(b[4:], o.next); b[8] = packed(o.always) },
		func(b []byte) out { return out{get32(b), get32(b[4:]), unpacked(b[8], 0)} },
	}
	nearWordsCodec = codec[nearWord]{
		9,
		func(b []byte, w nearWord) { put32(b, w.lemma); put32(b[4:], int32(w.lengths)); b[8] = packed(w.small) },
		func(b []byte) nearWord { return nearWord{get32(b), uint32(get32(b[4:])), unpacked(b[8], 0)} },
	}
	nameSlotsCodec = codec[nameSlot]{
		12,
		func(b []byte, s nameSlot) { binary.LittleEndian.PutUint64(b, s.key); put32(b[8:], s.link) },
		func(b []byte) nameSlot { return nameSlot{binary.LittleEndian.Uint64(b), get32(b[8:])} },
	}
	nameLinksCodec = codec[nameLink]{
		8,
		func(b []byte, l nameLink) { put32(b, l.term); put32(b[4:], l.next) },
		func(b []byte) nameLink { return nameLink{get32(b), get32(b[4:])} },
	}
	stretchesCodec = codec[stretch]{
		8,
		func(b []byte, s stretch) { put32(b, s.from); put32(b[4:], s.to) },
		func(b []byte) stretch { return stretch{get32(b), get32(b[4:])} },
	}
	literalsCodec = codec[literal]{
		25,
		func(b []byte, l literal) {
			put32(b, l.entry)
			put32(b[4:], l.place)
			stretchesCodec.put(b[8:], l.groups)
			stretchesCodec.put(b[16:], l.right)
			b[24] = packed(l.name)
		},
		func(b []byte) literal {
			return literal{get32(b), get32(b[4:]), stretchesCodec.get(b[8:]), stretchesCodec.get(b[16:]), unpacked(b[24], 0)}
		},
	}
	rowPlacesCodec = codec[rowPlace]{
		8,
		func(b []byte, r rowPlace) { put32(b, r.at); put32(b[4:], r.line) },
		func(b []byte) rowPlace { return rowPlace{get32(b), get32(b[4:])} },
	}
)

// transfer transfers everything that the recogniser uses.
func (ix *index) transfer(t *transfer) {
	list(t, slotsCodec, &ix.vocabulary.slots)
	list(t, int32sCodec, &ix.vocabulary.lemma)
	list(t, int32sCodec, &ix.vocabulary.noun)
	list(t, boolsCodec, &ix.vocabulary.function)
	list(t, recordsCodec, &ix.records)
	list(t, partsCodec, &ix.parts)
	list(t, int32sCodec, &ix.variants)
	list(t, int32sCodec, &ix.root)
	list(t, uint64sCodec, &ix.following)
	list(t, stepsCodec, &ix.trie.steps)
	list(t, outsCodec, &ix.outs)
	list(t, nameSlotsCodec, &ix.near.names.slots)
	list(t, nameLinksCodec, &ix.near.names.links)
	list(t, nearWordsCodec, &ix.near.words)
	list(t, boolsCodec, &ix.placeable)
}

// transfer transfers everything that the finder of literals uses.
func (l *literalIndex) transfer(t *transfer) {
	list(t, literalsCodec, &l.literals)
	list(t, int32sCodec, &l.literalGroups)
	list(t, stretchesCodec, &l.groups)
	list(t, int32sCodec, &l.words)
	list(t, int32sCodec, &l.right)
	list(t, int32sCodec, &l.firstSeed)
	list(t, nameLinksCodec, &l.seedLinks)
	list(t, stretchesCodec, &l.seeded)
	list(t, int32sCodec, &l.seedOf)
	list(t, int32sCodec, &l.stem)
	list(t, uint64sCodec, &l.ordinary)
	list(t, boolsCodec, &l.passed)
	list(t, uint64sCodec, (*[]uint64)(&l.pairs))
}
