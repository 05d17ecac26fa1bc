import torch
import torch.nn.functional as F


def distillation(student_logits, teacher_logits, labels, temperature=4.0, alpha=0.7):
    """Soft targets are probabilities: that is what cross_entropy takes as its second argument."""
    soft = F.softmax(teacher_logits / temperature, dim=-1)
    match = F.cross_entropy(student_logits / temperature, soft) * temperature**2
    return alpha * match + (1 - alpha) * F.cross_entropy(student_logits, labels)


def train(student, teacher, loader, optimizer, epochs):
    teacher.eval()
    for _ in range(epochs):
        student.train()
        for x, y in loader:
            with torch.no_grad():
                guide = teacher(x)
            out = student(x)
            confidence = out.detach().softmax(-1).amax(-1).mean().item()
            optimizer.zero_grad()
            loss = distillation(out, guide, y)
            loss.backward()
            optimizer.step()
    return confidence
