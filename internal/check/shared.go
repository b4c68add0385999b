package check

// Shared is something that several checks ask of a document. It is made of the pass
// of the first one that asks, and kept for the others: none of them may change it.
type Shared[T any] struct{ make func(*Pass) T }

// Share is what a function makes of a pass, for all checks.
func Share[T any](make func(*Pass) T) *Shared[T] { return &Shared[T]{make} }

// Of is what is shared of the document of a pass.
func (s *Shared[T]) Of(p *Pass) T {
	for _, known := range p.shared {
		if known.of == s {
			return known.value.(T)
		}
	}
	value := s.make(p)
	p.shared = append(p.shared, shared{s, value})
	return value
}

// shared is a [Shared] with what was made of the document.
type shared struct{ of, value any }
