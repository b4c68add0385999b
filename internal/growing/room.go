package growing

// Room hands out short lists as parts of larger blocks, where to make each of very many
// by itself would take longer than to find what is in it. The zero Room is ready for use.
type Room[T any] struct{ free []T }

// listsOfBlock is how many lists of one element a block has room for.
const listsOfBlock = 64

// Copy is a copy of a list, for whoever asked for it: nothing that is appended to it
// reaches into another one. Of an empty list it is nil.
func (r *Room[T]) Copy(list []T) []T {
	n := len(list)
	if n == 0 {
		return nil
	}
	if len(r.free) < n {
		r.free = make([]T, max(listsOfBlock, n))
	}
	out := r.free[:n:n]
	r.free = r.free[n:]
	copy(out, list)
	return out
}
