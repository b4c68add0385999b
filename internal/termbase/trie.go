package termbase

// trie holds every rendering by its words: for each word that a rendering may begin
// with a step, and behind each step those for the words that may come next. It is
// laid out so that the steps of a path stand one behind the other: to follow a
// rendering through it costs little more than one fetch from memory, and that is what
// recognition takes its time for. It holds numbers alone.
type trie struct{ steps []step }

// step is a word of some renderings after the words that lead to it.
type step struct {
	word int32 // 0 for a free place
	// out is the first of what ends with the word, 0 for nothing: see [out].
	out int32
	// next are the steps for the words that may come next.
	next block
}

// block is a row of steps. One of more than [mostInRow] places is a hash table, a
// power of two in size.
type block struct{ at, size int32 }

const mostInRow = 8

// get is the step for a word that comes after a step, or 0.
func (t *trie) get(after, word int32) int32 {
	b := t.steps[after].next
	if b.size <= mostInRow {
		for i := range t.steps[b.at : b.at+b.size] {
			if t.steps[b.at+int32(i)].word == word {
				return b.at + int32(i)
			}
		}
		return 0
	}
	return t.look(b, word)
}

func (t *trie) look(b block, word int32) int32 {
	for i := blockHash(word); ; i++ {
		switch at := b.at + i&(b.size-1); t.steps[at].word {
		case word:
			return at
		case 0:
			return 0
		}
	}
}

// wordSpread sends numbers that follow each other far apart: the highest bits of a
// product with it serve as a hash.
const wordSpread = 0x9e3779b1

// blockHash spreads the words over a table.
func blockHash(word int32) int32 { return int32(uint32(word) * wordSpread >> 15) }

// signOfWord is one of 64 bits: where a word's isn't among those of the words that
// may come next, it doesn't.
func signOfWord(id int32) uint64 { return 1 << (uint32(id) * wordSpread >> 26) }

// out says that a term may end at a step; next is the next one that does, or 0.
type out struct {
	term, next int32
	// always: the term counts on every day, for every house, in any letters.
	always bool
}
