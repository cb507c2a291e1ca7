import { Panel } from '../../components/panel.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { useQuery } from '../../hooks/use-query.ts';

/** The courses of two years. */
export function CourseView() {
  const courses = useQuery('course.list', {});
  return (
    <QueryView query={courses} height={320}>
      {(list) => (
        <Panel>
          <ul>
            {list.map(({ courseId, name }) => (
              <li key={courseId}>{name}</li>
            ))}
          </ul>
        </Panel>
      )}
    </QueryView>
  );
}
